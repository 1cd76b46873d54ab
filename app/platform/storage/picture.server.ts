import sharp, { type Sharp } from "sharp";

export const pictureLimits = {
	/** More pixels are refused before anything is decoded; 28 megapixels hold every ordinary telephone's picture. */
	pixels: 28_000_000,
	/** Longest edge that is kept, in pixels. */
	edge: 2560,
	/** Longest edge of the preview, in pixels. */
	thumbnail: 480,
} as const;

export type Picture = {
	bytes: Buffer;
	mediaType: string;
	extension: string;
	width: number;
	height: number;
	thumbnail: Buffer;
};
export type PictureRefusal = "picture-too-many-pixels" | "picture-broken";

// One picture may take 100 MB while it is decoded: two at a time, so that many uploads do not eat the memory.
let free = 2;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (free > 0) free--;
	else await new Promise<void>((resolve) => waiting.push(resolve));
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else free++;
	}
}

/**
 * Decodes a picture and writes it anew: upright, sRGB, at most 2560 pixels, without place, device or any other metadata
 * and without anything that was hidden behind it; and a WebP preview of at most 480 pixels. AVIF becomes WebP, because
 * encoding AVIF takes seconds. Of a moving picture the first frame stays. Returns a code when it cannot be used.
 */
export async function redraw(bytes: Buffer, mediaType: string): Promise<Picture | PictureRefusal> {
	return inTurn(async () => {
		const open = (input: Buffer) =>
			sharp(input, { limitInputPixels: pictureLimits.pixels, failOn: "warning", pages: 1 }).timeout({ seconds: 30 });
		try {
			const { width, height } = await sharp(bytes, { limitInputPixels: false, failOn: "warning" }).metadata();
			if (width * height > pictureLimits.pixels) return "picture-too-many-pixels";
			const upright = open(bytes)
				.autoOrient()
				.resize({ width: pictureLimits.edge, height: pictureLimits.edge, fit: "inside", withoutEnlargement: true })
				.toColourspace("srgb");
			const written = await encoded(upright, mediaType).toBuffer({ resolveWithObject: true });
			const thumbnail = await open(written.data)
				.resize({
					width: pictureLimits.thumbnail,
					height: pictureLimits.thumbnail,
					fit: "inside",
					withoutEnlargement: true,
				})
				.webp({ quality: 78 })
				.toBuffer();
			return {
				bytes: written.data,
				...(mediaType === "image/avif"
					? { mediaType: "image/webp", extension: "webp" }
					: { mediaType, extension: mediaType === "image/jpeg" ? "jpg" : mediaType.slice("image/".length) }),
				width: written.info.width,
				height: written.info.height,
				thumbnail,
			};
		} catch {
			// sharp has one kind of error for everything that its decoders do not like.
			return "picture-broken";
		}
	});
}

function encoded(picture: Sharp, mediaType: string): Sharp {
	if (mediaType === "image/jpeg") return picture.jpeg({ quality: 84 });
	if (mediaType === "image/png") return picture.png({ compressionLevel: 8 });
	return picture.webp({ quality: 84 });
}
