import type { Catalogue } from '../areas.ts';

/** What is said on many screens of a project, in Turkish. */
export const trProject: Catalogue['project'] = {
  parts: 'Bu projenin bölümleri',
  works: 'Çalışmalar',
  assets: 'Dosyalar',
  templates: 'Şablonlar',
  settings: 'Ayarlar',
  free: 'ücretsiz',
  priceUnknown: 'fiyatı bilinmiyor',
  about: (price) => `yaklaşık ${price}`,
  atMost: (price) => `en fazla ${price}`,
};
