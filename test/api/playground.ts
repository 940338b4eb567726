import { PASSWORD } from '../open-test-server.ts';
import type { Aim, Ids } from './aims.ts';
import { as, belongings, type Resident } from './stage.ts';
import { aScene, jsonOf, type Api } from './api.ts';
import { tiny } from './tiny-media.ts';

/** A project to be spoiled, whose parts are replaced when a request has used them up. */
export interface Playground {
  /** Where a request is to be placed, and by whom; what the aim uses up is new. */
  readonly place: (aim: Aim, resident: Resident) => Promise<{ readonly ids: Ids; readonly token: string }>;
  /** To be called after a request that changed something: what others are aimed at may be gone, and is made again. */
  readonly mayBeSpoiled: () => void;
}

/** Makes a project of one person to be spoiled. */
export async function playground(api: Api): Promise<Playground> {
  let spare = await belongings(api, 'spoiled', { isWorkedOn: false });
  let placed = 0;
  let isSound = true;
  const fresh = async (uses: Aim['uses'], resident: Resident): Promise<{ ids: Partial<Ids>; token?: string }> => {
    const inProject = `/projects/${spare.projectId}`;
    switch (uses) {
      case undefined:
        return { ids: {} };
      case 'project':
        return { ids: { projectId: jsonOf(await api.post('/projects', {}), 201).id } };
      case 'work':
        return { ids: { workId: jsonOf(await api.post(`${inProject}/works`, {}), 201).id } };
      case 'scene': {
        const { id } = jsonOf(await api.post(`${inProject}/works`, {}), 201);
        jsonOf(await api.put(`${inProject}/works/${id}`, { scenes: [aScene(0)] }));
        return { ids: { workId: id, sceneIndex: '0' } };
      }
      case 'trash': {
        const { id } = jsonOf(await api.post(`${inProject}/works`, {}), 201);
        jsonOf(await api.post(`${inProject}/works/${id}/trash`));
        return { ids: { trashId: id } };
      }
      case 'asset': {
        const file = { field: 'file', bytes: tiny.png, name: 'a.png' };
        return { ids: { assetId: jsonOf(await api.upload(`${inProject}/assets`, file), 201).id } };
      }
      case 'template': {
        const body = { name: 'x', content: { textOverlays: [], imageOverlays: [] } };
        return { ids: { templateId: jsonOf(await api.post(`${inProject}/templates`, body), 201).id } };
      }
      case 'export': {
        const exportSettings = { width: 96, height: 128, fps: 1 + (placed % 200) };
        const answer = await api.post(`${inProject}/works/${spare.workId}/exports`, {
          editorState: { exportSettings },
        });
        if (answer.status === 202) return { ids: { exportId: answer.json.id } };
        spare = await belongings(api, 'spoiled', { isWorkedOn: false }); // the work has been spoiled too far
        return { ids: {} };
      }
      case 'token':
        return {
          ids: { tokenId: jsonOf(await api.post('/tokens', { name: 'x', scopes: ['works:read'] }), 201).meta.id },
        };
      case 'session': {
        const body = { email: resident.email, password: PASSWORD };
        const { accessToken } = jsonOf(await api.post('/auth/login', body, { as: null }));
        const [session] = jsonOf(await as(api, accessToken).get('/auth/sessions'));
        return { ids: { sessionId: session.id }, token: accessToken };
      }
      case 'setting': {
        const mine = as(api, resident.accessToken);
        jsonOf(await mine.put('/settings/providers/local', { models: { image: 'local-painter' } }));
        return { ids: { provider: 'local' } };
      }
      case 'account':
      case 'password': {
        const body = { email: `spare-${placed}-${Date.now()}@example.org`, password: PASSWORD, name: 'Spare' };
        return { ids: {}, token: jsonOf(await api.post('/auth/register', body, { as: null }), 201).accessToken };
      }
      default:
        return uses satisfies never;
    }
  };
  return {
    place: async (aim, resident) => {
      placed += 1;
      // What is made beforehand is asked of the things it was made of.
      if (aim.readyMade) return { ids: resident.ids, token: resident.accessToken };
      if (!isSound) {
        const takes = await api.get(`/projects/${spare.projectId}/works/${spare.workId}/scenes/0/takes`);
        if (takes.status !== 200) spare = await belongings(api, 'spoiled', { isWorkedOn: false });
        isSound = true;
      }
      const { ids, token } = await fresh(aim.uses, resident);
      // What is new is found below the spare, which may be new itself.
      return { ids: { ...resident.ids, ...spare, ...ids }, token: token ?? resident.accessToken };
    },
    mayBeSpoiled: () => {
      isSound = false;
    },
  };
}
