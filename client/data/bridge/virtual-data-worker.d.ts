declare module 'virtual:data-worker' {
  /** The address of the data worker's script, built in the page's own module graph (vite.config.ts). */
  const address: string
  export default address
}
