import { Problem } from '#contract/problems.ts';
import { describeAnalysis } from '#domain/describe-analysis.ts';
import { probe } from '#media/probe.ts';
import type { MediaInput, ProviderContext, VisionAdapter } from '#providers/provider.ts';
import type { StoredDescriptionRequest } from '../generation/generation-request.ts';

const LONGEST = 4000; // what a description may hold

/** An asset in words, with what they cost. */
export interface Described {
  readonly kind: 'description';
  readonly assetId: string;
  readonly description: string;
  readonly costMicroUsd: number | null;
}

/**
 * Has an asset looked at, or listened to.
 *
 * @throws Problem `unsupported_media` where this eye has no ear
 */
export async function describe(
  adapter: VisionAdapter,
  { assetId, type, prompt }: StoredDescriptionRequest,
  media: MediaInput,
  context: ProviderContext & { readonly model: string },
): Promise<Described> {
  const { description, costMicroUsd = null } = await ask();
  return { kind: 'description', assetId, description: description.trim().slice(0, LONGEST), costMicroUsd };

  async function ask(): Promise<{ readonly description: string; readonly costMicroUsd?: number }> {
    switch (type) {
      case 'image':
        return adapter.describeImage({ image: media, prompt }, context);
      case 'audio':
        if (!adapter.describeSound) throw noEar(media.name);
        return adapter.describeSound({ sound: media, prompt }, context);
      case 'video': {
        const { analysis, ...cost } = await adapter.analyzeVideo({ video: media, prompt }, context);
        return { description: describeAnalysis(analysis, await probe(media.path, context)), ...cost };
      }
      default:
        return type satisfies never;
    }
  }
}

/** A sound that is handed to an engine that only sees. */
export function noEar(name = 'The sound'): Problem {
  return new Problem('unsupported_media', { name, reason: 'this engine looks at pictures and videos, not at sound' });
}
