/** The hub contract, behind both doors. `COUCHDB_URL` and `HUB_JWT_KEY` name a CouchDB; without them the embedded hub. */
import { afterAll, beforeAll, describe } from 'vitest'
import { badRequestContract } from './bad-request-contract.ts'
import { directDoor, gatewayDoor, type Door } from './doors.ts'
import { openHubUnderTest, type HubUnderTest } from './hub-under-test.ts'
import { portContract } from './port-contract.ts'
import { pouchdbContract } from './pouchdb-contract.ts'
import { replicationContract } from './replication-contract.ts'
import { rightsContract } from './rights-contract.ts'

let hub: HubUnderTest
beforeAll(async () => {
  hub = await openHubUnderTest()
})
afterAll(() => hub.close())

describe.each([
  ['the port of the databases', (opened: HubUnderTest) => Promise.resolve(directDoor(opened))],
  ['the gateway', gatewayDoor],
])('at %s', (_name, open) => {
  let door: Door
  const given = () => ({ hub, door })
  beforeAll(async () => {
    door = await open(hub)
  })
  afterAll(() => door.close())

  replicationContract(given)
  rightsContract(given)
  pouchdbContract(given)
  badRequestContract(given)
})

describe('at the port of the databases alone', () => {
  portContract(() => hub)
})
