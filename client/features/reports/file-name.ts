/**
 * The name under which a file is handed to the browser: the hub's where it is a plain name, else our own. A name
 * carries no path and nothing of a person.
 */
export function fileNameOf(hubs: string | null, own: string): string {
  return hubs !== null && /^[\w][\w .()-]{0,120}\.(xlsx|csv)$/i.test(hubs) ? hubs : own
}
