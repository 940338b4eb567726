import type { Catalogue } from '../areas.ts';

/** What every screen says, in Turkish. */
export const trShell: Catalogue['shell'] = {
  product: 'Scenewright',
  skipToContent: 'İçeriğe geç',
  loading: 'Yükleniyor',
  notFoundTitle: 'Bu adreste bir şey yok',
  notFoundText: 'Silinmiş olabilir ya da bağlantı eksik.',
  toProjects: 'Projelerine git',
  brokenTitle: 'Bu ekran bozuldu',
  tryAgain: 'Yeniden dene',
};
