import { firstMessages } from './first-messages.id.ts'
import { reportMessages } from './report-messages.id.ts'
import { workMessages } from './work-messages.id.ts'

/**
 * Every sentence of the screens in Indonesian, the base of all languages. Keys are typed from here; another language
 * that lacks one, or has other placeholders, fails `messages.test.ts`. Words are those a clerk says. The program
 * itself loads the parts when it needs them (`dictionaries.ts`).
 */
export const messages = { ...firstMessages, ...workMessages, ...reportMessages } as const
