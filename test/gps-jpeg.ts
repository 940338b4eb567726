import { createCanvas } from '@napi-rs/canvas';

/** Bytes of the place a photo of `gpsJpeg` was taken at, as they stand in the file. */
export const GPS_MARK = Buffer.from('4753501122334455', 'hex');

/** A JPEG as a phone writes it: EXIF says how it lies and where it was taken. Red, with a blue top left corner as stored. */
export function gpsJpeg(photo: {
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
}): Buffer {
  const canvas = createCanvas(photo.width, photo.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f00';
  context.fillRect(0, 0, photo.width, photo.height);
  context.fillStyle = '#00f';
  context.fillRect(0, 0, photo.width / 4, photo.height / 4);
  const jpeg = canvas.toBuffer('image/jpeg', 90);
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(photo.orientation), jpeg.subarray(2)]);
}

/** APP1: a TIFF of two directories, the first with the orientation and a pointer to the second, which holds the place. */
function exifSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(80);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  entry(tiff, 10, { tag: 0x0112, type: 3, count: 1 });
  tiff.writeUInt16BE(orientation, 18);
  entry(tiff, 22, { tag: 0x8825, type: 4, count: 1 });
  tiff.writeUInt32BE(38, 30); // the place begins after the end of this directory
  tiff.writeUInt16BE(1, 38);
  entry(tiff, 40, { tag: 0x0002, type: 5, count: 3 });
  tiff.writeUInt32BE(56, 48);
  GPS_MARK.copy(tiff, 56); // degrees as a fraction; what follows are minutes and seconds of zero
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function entry(
  tiff: Buffer,
  at: number,
  field: { readonly tag: number; readonly type: number; readonly count: number },
) {
  tiff.writeUInt16BE(field.tag, at);
  tiff.writeUInt16BE(field.type, at + 2);
  tiff.writeUInt32BE(field.count, at + 4);
}
