/** Saves what is at an address of ours to the disk of whoever asks, as a link with `download` would. */
export function saveUrl(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = ''; // the server says the name
  link.click();
}
