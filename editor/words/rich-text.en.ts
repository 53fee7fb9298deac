/** Formatting text on the canvas and in the inspector. */
export const richText = {
  toolbar: 'Text formatting',
  bold: 'Bold',
  italic: 'Italic',
  colour: 'Text colour',
  colours: { none: 'As the block', accent: 'Accent', ink: 'Strong', muted: 'Quiet' },
  link: 'Link',
  linkTarget: 'Leads to',
  linkNeedsWords: 'Choose the words that should become a link first.',
  removeLink: 'Remove link',
  linkDone: 'Done',
  bullet: 'Bulleted list',
  number: 'Numbered list',
  clear: 'Clear formatting',
  lettersLeft: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
  editorHelp: 'Control+B for bold, Control+I for italic, Control+K for a link.',
}
