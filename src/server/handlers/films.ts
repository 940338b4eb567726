import type { filmsOperations } from '#contract/operations/films.ts';
import { startFilm } from '#studio/film/start-film.ts';
import type { Handlers } from './handler.ts';

/** Whole films, from one line. */
export const filmsHandlers: Handlers<typeof filmsOperations> = {
  makeFilm: (world, actor, wanted) => startFilm(world, actor, wanted),
};
