import type { Catalogue } from '../areas.ts';

/** What the editor says that is of none of its parts, in Turkish. */
export const trEditor: Catalogue['editor'] = {
  title: 'Kurgu',
  library: 'Kitaplık',
  panels: { scenes: 'Sahneler', text: 'Yazı', images: 'Görseller', audio: 'Ses', templates: 'Şablonlar' },
  noneTitle: 'Henüz kurgulanacak bir şey yok',
  noneText: 'Önce görselleri ve klipleri oluşturun; film onlardan yapılır.',
  toBoard: 'Panoya git',
  export: 'Dışa aktar',
  undo: (what) => `Geri al: ${what}`,
  redo: (what) => `Yinele: ${what}`,
  nothingToUndo: 'Geri alınacak bir şey yok',
  nothingToRedo: 'Yinelenecek bir şey yok',
  elsewhere: 'Başka yerden gelen değişiklikler',
};
