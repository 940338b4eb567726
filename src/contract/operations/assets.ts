import { z } from 'zod';
import { Asset, AssetChanges, AssetDescription, AssetForm, AssetType, DescribedAsset } from '../asset.ts';
import { MAX_UPLOAD_BYTES } from '../media-limits.ts';
import { operation } from '../operation.ts';
import { inAsset, inProject, json, modelHeaders, page } from './parts.ts';

/** A project's own files. */
export const assetsOperations = {
  listAssets: operation({
    method: 'GET',
    path: '/projects/{projectId}/assets',
    access: 'projects:read',
    summary: 'List the assets of a project, with how many there are and how large they are together.',
    params: inProject,
    query: page.extend({ type: AssetType.optional() }),
    answer: json(z.object({ assets: z.array(Asset), totalSize: z.int(), count: z.int() })),
  }),
  uploadAsset: operation({
    method: 'POST',
    path: '/projects/{projectId}/assets',
    access: 'projects:write',
    summary: 'Upload a picture, a video, a sound or a font into a project.',
    params: inProject,
    body: AssetForm,
    upload: { field: 'file', maxBytes: MAX_UPLOAD_BYTES.video },
    answer: json(Asset, 201),
    versioned: true,
    problems: ['too_large', 'media_unreadable', 'unsupported_media'],
  }),
  getAssetMeta: operation({
    method: 'GET',
    path: '/projects/{projectId}/assets/{assetId}/meta',
    access: 'projects:read',
    summary: 'Get an asset: its name, type, size, tags and description.',
    params: inAsset,
    answer: json(Asset),
    versioned: true,
  }),
  getAsset: operation({
    method: 'GET',
    path: '/projects/{projectId}/assets/{assetId}',
    access: 'projects:read',
    summary: 'Get the file of an asset.',
    params: inAsset,
    answer: { kind: 'file', mime: '*/*' },
  }),
  updateAsset: operation({
    method: 'PUT',
    path: '/projects/{projectId}/assets/{assetId}',
    access: 'projects:write',
    summary: 'Change the name, tags or description of an asset; what is left out stays, null clears.',
    params: inAsset,
    body: AssetChanges,
    answer: json(Asset),
    versioned: true,
    problems: ['stale'],
  }),
  deleteAsset: operation({
    method: 'DELETE',
    path: '/projects/{projectId}/assets/{assetId}',
    access: 'projects:write',
    summary: 'Delete an asset and its file for good.',
    params: inAsset,
    answer: { kind: 'none' },
  }),
  describeAsset: operation({
    method: 'POST',
    path: '/projects/{projectId}/assets/{assetId}/analyze',
    access: 'ai:analyze',
    summary: 'Have a model look at an asset, or listen to it, and save what it says as the description.',
    params: inAsset,
    headers: modelHeaders,
    answer: json(AssetDescription),
    waits: true,
    problems: ['unsupported_media', 'unknown_provider', 'provider_transient', 'still_running', 'cancelled'],
  }),
  describeAssets: operation({
    method: 'POST',
    path: '/projects/{projectId}/assets/analyze-batch',
    access: 'ai:analyze',
    summary: 'Have many assets described; one that fails costs the others nothing.',
    params: inProject,
    headers: modelHeaders,
    body: z.strictObject({ assetIds: z.array(z.string().min(1).max(200)).min(1).max(50) }),
    answer: json(z.object({ results: z.array(DescribedAsset) })),
    waits: true,
    problems: ['unknown_provider', 'still_running', 'cancelled'],
  }),
} as const;
