/** How this build keeps what it stores: `plain` in production today, `sealing` where `vite build --mode sealing` made it. */
export type StoredForm = 'plain' | 'sealing'

export const STORED_FORM: StoredForm = import.meta.env.MODE === 'sealing' ? 'sealing' : 'plain'
