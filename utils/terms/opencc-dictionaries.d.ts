// opencc-js has types for its presets only.
declare module 'opencc-js/dict/STCharacters' {
  const characters: string;
  export default characters;
}
