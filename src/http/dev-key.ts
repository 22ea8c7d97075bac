// The key that signs tokens for a first try, in a file of the data folder. On Node alone, and never where isProduction holds.
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { calculateJwkThumbprint, createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { AppError } from '../core/errors.ts';
import type { SignedIn } from '../core/viewer.ts';
import { plain } from '../i18n/words.ts';
import { type Trust, tokenSecondsMax } from './auth.ts';
import { organizationClaim, roleClaim, stateClaim } from './claims.ts';

const issuer = 'urn:strategy-synergy:development';
const audience = 'strategy-synergy';
const algorithm = 'EdDSA';

type KeyPair = { privateKey: JWK; publicKey: JWK };

/** The key of this data folder; made where there is none yet, by whichever process comes first. Throws INVALID where the file holds none. */
async function developmentKey(dataDir: string): Promise<KeyPair> {
  const file = path.join(dataDir, 'dev-key.json');
  const text = (await readIfThere(file)) ?? (await makeKey(file)) ?? (await readFile(file, 'utf8'));
  const privateKey = parsed(text);
  if (!privateKey) throw new AppError('INVALID', plain(`${file} holds no key. Delete it: a new one is made by itself.`));
  const { d: _secret, ...publicKey } = privateKey;
  return { privateKey, publicKey };
}

function readIfThere(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/** Makes the key and returns its text; null where another process was faster. The file appears whole, under its name, or not at all. */
async function makeKey(file: string): Promise<string | null> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const key = await exportJWK(privateKey);
  const text = `${JSON.stringify({ ...key, alg: algorithm, kid: await calculateJwkThumbprint(key) }, null, 2)}\n`;
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${crypto.randomUUID()}`;
  try {
    await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
    await link(draft, file);
    return text;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function parsed(text: string): JWK | null {
  try {
    const key: JWK | null = JSON.parse(text);
    return key?.kty === 'OKP' && key.crv === 'Ed25519' && typeof key.d === 'string' && typeof key.x === 'string' ? key : null;
  } catch {
    return null;
  }
}

/** Trust in tokens of the development key of this data folder. */
export async function developmentTrust(dataDir: string): Promise<Trust> {
  const { publicKey } = await developmentKey(dataDir);
  return { issuer, audience, keys: createLocalJWKSet({ keys: [publicKey] }) };
}

/** A token for this viewer, valid for a quarter of an hour from now, and when it expires. */
export async function signDevelopmentToken(dataDir: string, viewer: SignedIn): Promise<{ token: string; expires: Date }> {
  const { privateKey } = await developmentKey(dataDir);
  const issuedSeconds = Math.floor(Date.now() / 1_000);
  const claims = {
    [roleClaim]: viewer.role.toLowerCase(),
    ...('state' in viewer && { [stateClaim]: viewer.state }),
    ...('organization' in viewer && { [organizationClaim]: viewer.organization }),
  };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm, kid: privateKey.kid ?? '' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(viewer.subject)
    .setIssuedAt(issuedSeconds)
    .setExpirationTime(issuedSeconds + tokenSecondsMax)
    .sign(await importJWK(privateKey, algorithm));
  return { token, expires: new Date((issuedSeconds + tokenSecondsMax) * 1_000) };
}
