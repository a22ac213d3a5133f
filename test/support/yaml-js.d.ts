declare module 'yaml-js' {
  const yaml: { load(text: string): unknown };
  // biome-ignore lint/style/noDefaultExport: the package has one
  export default yaml;
}
