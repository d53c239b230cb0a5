import { firstMessages } from './first-messages.en.ts'
import { reportMessages } from './report-messages.en.ts'
import type { Dictionary } from './translate.ts'
import { workMessages } from './work-messages.en.ts'

/** Every sentence of the screens in English. */
export const messages: Dictionary = { ...firstMessages, ...workMessages, ...reportMessages }
