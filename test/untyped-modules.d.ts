declare module 'jsonld' {
  interface RemoteDocument {
    readonly document: unknown;
    readonly documentUrl: string;
    readonly contextUrl?: string;
  }
  interface Options {
    readonly documentLoader: (url: string) => Promise<RemoteDocument>;
    readonly base?: string;
    readonly safe?: boolean;
  }
  const jsonld: {
    expand(document: unknown, options: Options): Promise<unknown[]>;
    toRDF(document: unknown, options: Options & { readonly format: string }): Promise<string>;
  };
  export = jsonld;
}

declare module 'markdown-it' {
  function markdownIt(options: { readonly html: boolean; readonly linkify: boolean }): { render(text: string): string };
  export = markdownIt;
}
