import type { Catalogue } from '../areas.ts';

/** What the last step of a work says, in Turkish. */
export const trEditor: Catalogue['editor'] = {
  title: {
    none: 'Henüz kurgulanacak bir şey yok',
    ready: (n) => `${n} sahne dışa aktarılmaya hazır`,
    missing: (n) => `${n} sahne henüz bir şey göstermiyor`,
    running: (share) => `Dışa aktarılıyor, ${share}`,
    done: 'Filmin hazır',
  },
  lead: 'Film panodan kurulur: sahneler sırayla, geçişleriyle, senaryonun sözleri görüntünün üstünde, işin müziği altında. Bunu elle değiştirmek için zaman çizelgesi sonraki sürümde geliyor.',
  noneText: 'Önce görselleri ve klipleri yap; film onlardan kurulur.',
  missingText: 'Her sahnenin en az bir görseli olmalı. Onları panoda yap, sonra dışa aktar.',
  toBoard: 'Panoya git',
  export: 'Filmi dışa aktar',
  exportAgain: 'Yeniden dışa aktar',
  quality: 'Kalite',
  qualities: { draft: 'Taslak, hızlı', standard: 'Standart', high: 'Yüksek, saklamak için' },
  cancel: 'İptal',
  progress: 'Film yapılıyor',
  leave: 'Bu sayfadan ayrılabilirsin: devam eder.',
  films: 'Bu işin filmleri',
  film: (when) => `${when} tarihli film`,
  facts: (length, size) => `${length}, ${size}`,
  cancelled: 'İptal edildi',
  failed: 'Başarısız',
  download: 'İndir',
  seconds: (n) => `${n} sn`,
};
