import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { PersonHere } from '../data/bridge/contract.ts'
import { isOfDistrict, personMayRead, personMayWrite } from '../data/bridge/person-rights.ts'
import { withWords } from '../i18n/dictionaries.ts'
import type { PlainKey } from '../i18n/translate.ts'
import { matchPath } from '../ui/router/router.tsx'
import { SearchPage } from '../features/search/search-page.tsx'

type Screen = ComponentType<{ params: Readonly<Record<string, string>> }>

export type Route = {
  readonly path: string
  readonly screen: Screen | LazyExoticComponent<Screen>
  readonly may: (person: PersonHere) => boolean
  /** Its place in the menu and the keys that lead there. */
  readonly menu?: { readonly words: PlainKey; readonly keys?: string }
}

const readsRegistry = (person: PersonHere) => personMayRead(person, 'registry')
const examines = (person: PersonHere) =>
  personMayRead(person, 'clinical') && personMayWrite(person, 'condition')
const readsReports = (person: PersonHere) => personMayRead(person, 'reports')
const ofClinic = (person: PersonHere) => !isOfDistrict(person)

/** Every screen: its address, who may open it, and its place in the menu, in the menu's order. */
export const ROUTES: readonly Route[] = [
  { path: '/', screen: SearchPage, may: readsRegistry, menu: { words: 'menu.search', keys: 'F2' } },
  {
    path: '/patients/new',
    screen: lazy(withWords('work', () => import('../features/registration/new-patient-page.tsx'))),
    may: (person) => personMayWrite(person, 'patient'),
  },
  {
    path: '/patients/new/:draft',
    screen: lazy(withWords('work', () => import('../features/registration/registration-page.tsx'))),
    may: (person) => personMayWrite(person, 'patient'),
  },
  {
    path: '/patients/:id',
    screen: lazy(withWords('work', () => import('../features/patient/patient-page.tsx'))),
    may: readsRegistry,
  },
  {
    path: '/patients/:id/visit',
    screen: lazy(withWords('work', () => import('../features/visits/open-visit-page.tsx'))),
    may: (person) => personMayWrite(person, 'encounter') && readsRegistry(person),
  },
  {
    path: '/queue',
    screen: lazy(withWords('work', () => import('../features/queue/queue-page.tsx'))),
    may: (person) => personMayRead(person, 'visits'),
    menu: { words: 'menu.queue', keys: 'Alt+A' },
  },
  {
    path: '/queue/close-day',
    screen: lazy(withWords('work', () => import('../features/queue/close-day-page.tsx'))),
    may: (person) => personMayRead(person, 'visits') && personMayWrite(person, 'encounter'),
  },
  {
    path: '/poli',
    screen: lazy(withWords('work', () => import('../features/poli/poli-page.tsx'))),
    may: examines,
    menu: { words: 'menu.poli', keys: 'Alt+P' },
  },
  {
    path: '/poli/:encounter',
    screen: lazy(withWords('work', () => import('../features/poli/examine-page.tsx'))),
    may: examines,
  },
  {
    path: '/attendance',
    screen: lazy(withWords('work', () => import('../features/attendance/attendance-page.tsx'))),
    may: ofClinic,
    menu: { words: 'menu.attendance', keys: 'Alt+H' },
  },
  {
    path: '/reports',
    screen: lazy(withWords('reports', () => import('../features/reports/reports-page.tsx'))),
    may: readsReports,
    menu: { words: 'menu.reports', keys: 'Alt+L' },
  },
  {
    path: '/reports/:facility/:form/:period',
    screen: lazy(withWords('reports', () => import('../features/reports/report-page.tsx'))),
    may: readsReports,
  },
  {
    path: '/reports/:facility/:form/:period/:list',
    screen: lazy(withWords('reports', () => import('../features/reports/report-list-page.tsx'))),
    may: (person) => readsReports(person) && ofClinic(person),
  },
  {
    path: '/refused',
    screen: lazy(withWords('work', () => import('../features/sync-status/refused-page.tsx'))),
    may: ofClinic,
  },
]

export type Arrived = { readonly route: Route; readonly params: Readonly<Record<string, string>> }

/** The screen of an address, if there is one that this person may open. */
export function routeAt(path: string, person: PersonHere): Arrived | null {
  for (const route of ROUTES) {
    const params = matchPath(route.path, path)
    if (params) return route.may(person) ? { route, params } : null
  }
  return null
}

/** Where a person begins: the search where they may search, else the first screen of their menu. */
export function startOf(person: PersonHere): string {
  return ROUTES.find((route) => route.menu && route.may(person))?.path ?? '/'
}
