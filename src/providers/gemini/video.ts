import type { MediaAdapter, VideoRequest } from '../provider.ts';
import { download } from './download.ts';
import { cancelOmni, submitOmni } from './submit-omni.ts';
import { pollOmni } from './poll-omni.ts';
import { pollVeo, submitVeo } from './veo-video.ts';

const isVeo = (model: string): boolean => model.startsWith('veo-');

/** Clips from a picture: Omni models by Interactions, Veo models by the wire they were made for. */
export const video: MediaAdapter<VideoRequest> = {
  submit: (request, context) => (isVeo(request.model) ? submitVeo(request, context) : submitOmni(request, context)),
  poll: (receipt, context) => (isVeo(receipt.model) ? pollVeo(receipt, context) : pollOmni(receipt, context)),
  download,
  cancel: async (receipt, context) => (isVeo(receipt.model) ? 'unsupported' : cancelOmni(receipt, context)),
};
