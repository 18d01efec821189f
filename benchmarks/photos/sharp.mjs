// The same with sharp: each file from the input, as it is usually written, or `chained`, each
// width from the next larger one.
//
//     node sharp.mjs MODULES job.json [chained]

import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';

const [modules, path, chained] = process.argv.slice(2);
const sharp = createRequire(join(modules, 'sharp', 'package.json'))('sharp');
const job = JSON.parse(readFileSync(path, 'utf8'));
// As it is usually written, its own defaults; chained, what Sunlit and libvips are set to.
const alike = chained ? { effort: 9 - job.speed, chromaSubsampling: '4:2:0', tune: 'ssim' } : {};
const widths = [...job.widths].sort((one, other) => other - one);

function write(image, photo, width) {
  const target = join(job.out, `${basename(photo, '.jpg')}-${width}`);
  const files = [];
  if (job.quality.jpeg) {
    files.push(image().jpeg({ quality: job.quality.jpeg }).toFile(`${target}.jpg`));
  }
  if (job.quality.avif) {
    files.push(image().avif({ quality: job.quality.avif, ...alike }).toFile(`${target}.avif`));
  }
  return Promise.all(files);
}

async function each(photo) {
  const file = join(job.photos, photo);
  await Promise.all(
    widths.map((width) => write(() => sharp(file).rotate().resize(width), photo, width)),
  );
}

async function chain(photo) {
  let image = sharp(join(job.photos, photo)).rotate();
  for (const width of widths) {
    const { data, info } = await image.resize(width).raw().toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    await write(() => sharp(data, { raw }), photo, width);
    image = sharp(data, { raw });
  }
}

const photos = readdirSync(job.photos).filter((name) => name.endsWith('.jpg')).sort();

async function lane() {
  while (photos.length) {
    await (chained ? chain : each)(photos.shift());
  }
}

await Promise.all(cpus().map(lane));
