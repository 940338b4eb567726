/** What the editor says that is of none of its parts. */
export const enEditor = {
  title: 'Editor',
  library: 'Library',
  panels: { scenes: 'Scenes', text: 'Text', images: 'Images', audio: 'Audio', templates: 'Templates' },
  noneTitle: 'There is nothing to cut yet',
  noneText: 'Make the pictures and clips first; the film is made of them.',
  toBoard: 'Go to the board',
  export: 'Export',
  undo: (what: string) => `Undo: ${what}`,
  redo: (what: string) => `Redo: ${what}`,
  nothingToUndo: 'Nothing to undo',
  nothingToRedo: 'Nothing to redo',
  elsewhere: 'Changes from elsewhere',
};
