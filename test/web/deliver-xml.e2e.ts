import { film } from '#domain/deliver/film-to-deliver.ts';
import { writeFcpxml } from '#domain/deliver/write-fcpxml.ts';
import { expect, test } from './studio.ts';

test('what goes along for other editors is well-formed to a parser of XML, whatever it is called', async ({ page }) => {
  const name = 'Şelale & "Söhne" <b>\'\t日本 🎬 \u0007\u202eأ]]>';
  const xml = writeFcpxml({
    ...film({ texts: [{ id: 't', text: `${name}\nb`, fontSize: 40, startFrame: 0, endFrame: 30 }] }),
    name,
  });
  const read = await page.evaluate((text) => {
    const found = new DOMParser().parseFromString(text, 'application/xml');
    return {
      error: found.querySelector('parsererror')?.textContent ?? null,
      root: found.documentElement.nodeName,
      project: found.querySelector('project')?.getAttribute('name'),
      title: found.querySelector('title text-style')?.textContent,
      clips: found.querySelectorAll('spine > asset-clip').length,
    };
  }, xml);
  const kept = name.replace('\u0007', ''); // which XML has no way to write
  expect(read).toEqual({ error: null, root: 'fcpxml', project: kept, title: `${kept}\nb`, clips: 2 });
});
