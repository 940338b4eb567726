import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '#studio/world.ts';
import type { Config } from './config.ts';
import { keptSecret } from './kept-secret.ts';

const IV_BYTES = 12; // what AES-GCM is specified for (NIST SP 800-38D, section 5.2.1.1)
const TAG_BYTES = 16;

/** Opens the installation's secret: SCENEWRIGHT_SECRET, else a 0600 file of the data directory, made at the first start. */
export function openSecrets(config: Pick<Config, 'secret' | 'dataDirectory'>): Secrets {
  const secret =
    config.secret ?? keptSecret(config.dataDirectory, 'secret', () => randomBytes(32).toString('base64url'));
  const signing = derive(secret, 'sign');
  const sealing = derive(secret, 'seal');
  const keyId = derive(secret, 'id').toString('hex').slice(0, 12);
  const sign = (text: string): string => createHmac('sha256', signing).update(text).digest('base64url');
  return {
    sign,
    isSignature: (text, signature) => {
      const [expected, given] = [Buffer.from(sign(text)), Buffer.from(signature)];
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
    seal: (plain) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealing, iv);
      const sealed = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return { sealed: sealed.toString('base64url'), keyId };
    },
    open: (text, by) => {
      const sealed = Buffer.from(text, 'base64url');
      if (by !== keyId || sealed.length < IV_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, IV_BYTES));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString();
      } catch {
        return null;
      }
    },
  };
}

/** One secret, several keys: what is made for one use is worth nothing in another. */
function derive(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `scenewright ${use}`, 32));
}
