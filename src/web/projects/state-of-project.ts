import type { Need, ProjectOverview } from '#contract/overview.ts';
import { formatList } from '../app/format.ts';
import type { Catalogue } from '../strings/areas.ts';
import { runningInWords, whyInWords, type WorkState } from '../works/state-of-work.ts';

interface Words {
  readonly projects: Catalogue['projects'];
  readonly works: Catalogue['works'];
}

/** How a project stands: what waits in its works first, then what runs, what failed, what was finished last. */
export function stateOfProject(project: ProjectOverview, t: Words): WorkState {
  const { needs, running, film, works, latest } = project;
  const waiting = needs.filter(({ what }) => what !== 'failed');
  if (waiting.length > 0) {
    const kind = waiting.some(({ what }) => what === 'uncertain') ? 'doubt' : 'needs';
    return { kind, words: waitingInWords(waiting, t.projects) };
  }
  const [runs] = running;
  if (runs) return { kind: 'running', words: t.projects.ofWork(runs.workName, runningInWords(runs, t.works)) };
  const failed = needs.find(({ what }) => what === 'failed');
  if (failed) return { kind: 'failed', words: t.projects.ofWork(failed.workName, whyInWords(failed.code, t.works)) };
  if (works === 0 || !latest) return { kind: 'idle', words: t.projects.noWorks };
  if (film) return { kind: 'done', words: t.projects.exported(film.workName, film.count) };
  return { kind: 'idle', words: t.projects.ofWork(latest.name, nextInWords(latest.counts, t.works)) };
}

/** What waits in a project, of each kind once: "Scene 4 to review, one analysis to read". */
function waitingInWords(needs: readonly Need[], t: Catalogue['projects']): string {
  const of = (what: Need['what']): readonly Need[] => needs.filter((need) => need.what === what);
  const sum = (list: readonly Need[]): number => list.reduce((total, { count }) => total + count, 0);
  const [doubts, reviews, analyses] = [sum(of('uncertain')), of('review'), sum(of('analysis'))];
  const [only] = reviews;
  const parts = [
    doubts > 0 && t.doubts(doubts),
    only && sum(reviews) === 1 && only.sceneIndex !== null && t.reviewScene(only.sceneIndex + 1),
    sum(reviews) > 1 && t.reviewPictures(sum(reviews)),
    analyses > 0 && t.analyses(analyses),
  ].filter((part): part is string => typeof part === 'string');
  const words = formatList(parts);
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

function nextInWords(
  { scenes, images, videos }: NonNullable<ProjectOverview['latest']>['counts'],
  t: Catalogue['works'],
) {
  if (scenes === 0) return t.state.noScript;
  if (videos === scenes) return t.state.made;
  return videos > 0 || images === scenes ? t.state.clipsMade(videos, scenes) : t.state.pictures(images, scenes);
}

/** What all projects come to, as the title of their list says it. */
export function titleOfProjects(projects: readonly ProjectOverview[], t: Catalogue['projects']): string {
  const waiting = projects.filter(({ needs }) => needs.some(({ what }) => what !== 'failed'));
  const things = waiting.flatMap(({ needs }) => needs.filter(({ what }) => what !== 'failed'));
  const count = things.reduce((sum, need) => sum + need.count, 0);
  if (count > 0) return waiting.length === 1 ? t.waitIn(count, waiting[0]?.name ?? '') : t.wait(count);
  const failed = projects.filter(({ needs }) => needs.length > 0);
  if (failed.length > 0) {
    return failed.length === 1 ? t.failedIn(failed[0]?.name ?? '') : t.failedInSome(failed.length);
  }
  const running = projects.reduce((sum, project) => sum + project.running.length, 0);
  return running > 0 ? t.runs(running) : t.title;
}
