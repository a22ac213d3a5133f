/** Word lists are plain text files, bundled as strings. */
declare module '*.txt' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the shape that the bundler gives to a text file
  export default text;
}
