/** The part of saxen that is used; the package brings no types. */
declare module 'saxen' {
  type Decode = (text: string) => string
  export class Parser {
    on(event: 'openTag', on: (name: string, attributes: () => Record<string, string>) => void): this
    on(event: 'closeTag', on: (name: string) => void): this
    on(event: 'text', on: (text: string, decode: Decode) => void): this
    on(event: 'cdata', on: (text: string) => void): this
    on(event: 'error' | 'warn', on: (error: Error) => void): this
    parse(xml: string): void
  }
}
