import type { StartProblem } from './config.ts'
import type { CouchCheck } from './couch/check-couch.ts'
import type { StartFault } from './embedded/child-process.ts'

/** A failed start is said once, in both languages, and never with a password. */
function problem(setting: string, id: string, en: string): StartProblem {
  return { setting, id, en }
}

export function folderNotWritable(folder: string): StartProblem {
  return problem(
    'DATA_FOLDER',
    `Folder data ${folder} tidak dapat ditulisi: periksa DATA_FOLDER dan hak aksesnya.`,
    `The data folder ${folder} cannot be written: check DATA_FOLDER and its permissions.`,
  )
}

export function keysNotReadable(folder: string): StartProblem {
  return problem(
    'DATA_FOLDER',
    `Berkas keys.json di ${folder} rusak: pulihkan dari cadangan.`,
    `The file keys.json in ${folder} is damaged: restore it from the backup.`,
  )
}

/** Why the embedded hub did not start. */
export function embeddedProblem(fault: StartFault, folder: string): StartProblem {
  switch (fault.problem) {
    case 'data-folder-not-writable':
      return folderNotWritable(folder)
    case 'data-folder-in-use':
      return problem(
        'DATA_FOLDER',
        `Folder data ${folder} sedang dipakai proses lain: hentikan dahulu atau pilih DATA_FOLDER lain.`,
        `The data folder ${folder} is in use by another process: stop it first, or choose another DATA_FOLDER.`,
      )
    case 'port-taken':
    case 'hub-did-not-start':
      return problem(
        'DATA_FOLDER',
        `Basis data bawaan di ${folder} tidak mau mulai.`,
        `The embedded database in ${folder} did not start.`,
      )
  }
}

/** Why the CouchDB at `COUCHDB_URL` cannot be used. `address` has no name and password in it. */
export function couchProblem(check: Exclude<CouchCheck, { ok: true }>, address: string): StartProblem {
  switch (check.problem) {
    case 'couch-unreachable':
      return problem(
        'COUCHDB_URL',
        `CouchDB di ${address} tidak menjawab: periksa COUCHDB_URL dan apakah CouchDB berjalan.`,
        `CouchDB at ${address} does not answer: check COUCHDB_URL and whether CouchDB is running.`,
      )
    case 'couch-password-wrong':
      return problem(
        'COUCHDB_URL',
        `CouchDB di ${address} menolak nama atau kata sandi di COUCHDB_URL.`,
        `CouchDB at ${address} refuses the name or password in COUCHDB_URL.`,
      )
    case 'couch-jwt-not-set':
      return problem(
        'HUB_JWT_KEY',
        `CouchDB di ${address} tidak menerima tanda masuk kita: tambahkan jwt_authentication_handler di [chttpd] authentication_handlers dan kunci HUB_JWT_KEY (base64) di [jwt_keys] hmac:_default, lalu mulai ulang CouchDB.`,
        `CouchDB at ${address} does not accept our tokens: add jwt_authentication_handler to [chttpd] authentication_handlers and the key HUB_JWT_KEY (base64) to [jwt_keys] hmac:_default, then restart CouchDB.`,
      )
    case 'clocks-differ':
      return problem(
        'COUCHDB_URL',
        `Jam CouchDB di ${address} berbeda ${String(check.seconds)} detik dari jam server ini: samakan keduanya.`,
        `The clock of CouchDB at ${address} differs by ${String(check.seconds)} seconds from this server's: set them alike.`,
      )
  }
}

/** Why the gateway cannot listen. */
export function listenProblem(
  error: NodeJS.ErrnoException,
  host: string,
  port: number,
): StartProblem | undefined {
  switch (error.code) {
    case 'EADDRINUSE':
      return problem(
        'PORT',
        `Port ${String(port)} sudah dipakai program lain: pilih PORT lain.`,
        `Port ${String(port)} is taken by another program: choose another PORT.`,
      )
    case 'EACCES':
      return problem(
        'PORT',
        `Port ${String(port)} tidak boleh dipakai tanpa hak khusus: pilih PORT di atas 1023.`,
        `Port ${String(port)} needs special rights: choose a PORT above 1023.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return problem(
        'HOST',
        `Alamat ${host} bukan alamat komputer ini: periksa HOST.`,
        `The address ${host} is not one of this computer: check HOST.`,
      )
    default:
      return undefined
  }
}

/** The sentence that a person reads before the program ends. */
export function startSentence({ id, en }: StartProblem): string {
  return `${id} / ${en}`
}
