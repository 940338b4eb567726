/** The picture of the film, and the overlays in it to be taken hold of. */
export function Stage() {
  return <div className="min-w-0 grow" />;
}
