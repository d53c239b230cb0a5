/** Only what is used of the library, so that the file fetched for it holds one algorithm and not thirty. */
export { argon2id, argon2Verify } from 'hash-wasm'
