import { describe, expect, test } from 'vitest';
import { Colour } from './colour.ts';
import { EditorState } from './editor-state.ts';
import { ExportRequest } from './export.ts';
import { TemplateContent } from './template.ts';

describe('a colour', () => {
  test.each(['#fff', '#FFF8', '#1a2b3c', '#1a2b3c80'])('%s stays as it is', (hex) => {
    expect(Colour.parse(hex)).toBe(hex);
  });

  test('a basic name is its hex form from then on', () => {
    expect(Colour.parse('White')).toBe('#ffffff');
    expect(Colour.parse(Colour.parse('navy'))).toBe('#000080');
  });

  test.each(['', ' ', '/etc/passwd', '#12345', '#1234567', '#ggg', 'rgb(0,0,0)', 'toString', 'white\n', 'a:b%'])(
    '%j is none, wherever a client writes it, and the field is named',
    (fontColor) => {
      expect(Colour.safeParse(fontColor).success).toBe(false);
      const place = { fontSize: 10, centerX: 0, centerY: 0 };
      const plain = { ...place, text: 'Hi', fontColor };
      const plated = { ...place, text: 'Hi', fontColor: '#fff', background: { color: fontColor } };
      expect(pathsOf(EditorState.safeParse({ textOverlays: { t: plain, u: plated } }))).toEqual([
        'textOverlays.t.fontColor',
        'textOverlays.u.background.color',
      ]);
      const timed = { id: 't', timingMode: 'relative' };
      const textOverlays = [
        { ...plain, ...timed },
        { ...plated, ...timed, id: 'u' },
      ];
      expect(pathsOf(TemplateContent.safeParse({ textOverlays, imageOverlays: [] }))).toEqual([
        'textOverlays.0.fontColor',
        'textOverlays.1.background.color',
      ]);
      const request = {
        projectId: 'proj_1',
        workId: 'work_1',
        clips: [{ sceneIndex: 0, position: 0, end: 1 }],
        texts: [{ text: 'Hi', position: 0, end: 1, fontColor }],
        options: { width: 64, height: 64, fps: 30 },
      };
      expect(pathsOf(ExportRequest.safeParse(request))).toEqual(['texts.0.fontColor']);
    },
  );
});

function pathsOf(result: {
  readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined;
}): string[] {
  return result.error?.issues.map(({ path }) => path.join('.')) ?? [];
}
