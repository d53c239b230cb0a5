declare module 'pouchdb-adapter-idb' {
  const plugin: (core: unknown) => void
  export default plugin
}
declare module 'pouchdb-adapter-http' {
  const plugin: (core: unknown) => void
  export default plugin
}
declare module 'pouchdb-replication' {
  const plugin: (core: unknown) => void
  export default plugin
}
