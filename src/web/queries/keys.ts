/*
 * What every answer of the server is called in the cache. What the server pushes is laid into the cache by these names
 * (app/live.ts): a name that is not here is not kept fresh.
 */

export const keys = {
  me: ['me'],
  registration: ['registration'],
  providers: ['providers'],
  settings: ['settings'],
  budgets: ['budgets'],
  spend: ['spend'],
  jobs: ['jobs'],
  trash: ['trash'],
  tokens: ['tokens'],
  sessions: ['sessions'],
  projects: ['projects'],
  project: (projectId: string) => ['project', projectId],
  works: (projectId: string) => ['project', projectId, 'works'],
  assets: (projectId: string) => ['project', projectId, 'assets'],
  templates: (projectId: string) => ['project', projectId, 'templates'],
  work: (workId: string) => ['work', workId],
  /** Which pictures and clips are of other inputs than the present ones. */
  changes: (workId: string) => ['work', workId, 'changes'],
  takes: (workId: string, sceneIndex: number) => ['work', workId, 'takes', sceneIndex],
  estimate: (workId: string) => ['work', workId, 'estimate'],
  /** Other versions of scenes, that wait to be taken or left. */
  proposals: (workId: string) => ['work', workId, 'proposals'],
  jobsOfWork: (workId: string) => ['work', workId, 'jobs'],
  edit: (workId: string) => ['work', workId, 'edit'],
  exports: (workId: string) => ['work', workId, 'exports'],
  /** What an export would take: of each size and quality that is asked about. */
  exportEstimates: (workId: string) => ['work', workId, 'exportEstimates'],
} as const satisfies Record<string, readonly string[] | ((...ids: never[]) => readonly (string | number)[])>;
