/** A place in degrees (WGS 84). */
export type Point = { latitude: number; longitude: number };

/** A part of the map in degrees: what lies on its edges belongs to it. */
export type Box = { west: number; south: number; east: number; north: number };

/** The point of something that is stored with its coordinates; null when it has none. */
export function pointOf(stored: { latitude: number | null; longitude: number | null }): Point | null {
	const { latitude, longitude } = stored;
	return latitude === null || longitude === null ? null : { latitude, longitude };
}

/** Whether a point can lie in Germany; more is not asked, because ideas may look over the border of the county. */
export function isInGermany({ latitude, longitude }: Point): boolean {
	return latitude >= 47.2 && latitude <= 55.1 && longitude >= 5.8 && longitude <= 15.1;
}

/** Coordinates as they are stored and shown: five decimals are about a metre. */
function rounded({ latitude, longitude }: Point): Point {
	return { latitude: Number(latitude.toFixed(5)), longitude: Number(longitude.toFixed(5)) };
}

/** Reads "50.37512,7.28091" (latitude first, as people say it); null for anything else. */
export function pointIn(text: string | null): Point | null {
	const [, latitude, longitude] =
		/^\s*(-?\d{1,2}(?:\.\d{1,9})?)\s*[,;]\s*(-?\d{1,3}(?:\.\d{1,9})?)\s*$/.exec(text ?? "") ?? [];
	if (latitude === undefined || longitude === undefined) return null;
	const point = rounded({ latitude: Number(latitude), longitude: Number(longitude) });
	return isInGermany(point) ? point : null;
}

export function pointText({ latitude, longitude }: Point): string {
	return `${latitude},${longitude}`;
}

/** Reads a part of the map from an address ("west,south,east,north"); null for anything else. */
export function boxIn(text: string | null): Box | null {
	const numbers = (text ?? "")
		.split(",")
		.map((part) => (/^-?\d{1,3}(\.\d{1,9})?$/.test(part) ? Number(part) : Number.NaN));
	const [west, south, east, north] = numbers;
	if (numbers.length !== 4 || west === undefined || south === undefined || east === undefined || north === undefined) {
		return null;
	}
	return west < east && south < north ? { west, south, east, north } : null;
}

export function boxText({ west, south, east, north }: Box): string {
	return [west, south, east, north].map((degrees) => Number(degrees.toFixed(5))).join(",");
}

/** The part of the earth that a picture shows, with the picture's own shape, so that nothing is stretched. */
export type Frame = Box & { width: number; height: number };

/** One degree of longitude in degrees of latitude at this latitude; enough for one county. */
function shrink(latitude: number): number {
	return Math.cos((latitude * Math.PI) / 180);
}

/** The frame of a picture that shows at least this part of the earth, widened to the picture's shape. */
export function frameAround({ west, south, east, north }: Box, width: number, height: number): Frame {
	const factor = shrink((south + north) / 2);
	const perDegree = Math.min(width / ((east - west) * factor), height / (north - south));
	const [halfLong, halfLat] = [width / perDegree / factor / 2, height / perDegree / 2];
	const [middleLong, middleLat] = [(west + east) / 2, (south + north) / 2];
	return {
		west: middleLong - halfLong,
		east: middleLong + halfLong,
		south: middleLat - halfLat,
		north: middleLat + halfLat,
		width,
		height,
	};
}

/** Where a point lies in the picture, from its upper left corner. */
export function toPicture({ latitude, longitude }: Point, frame: Frame): { x: number; y: number } {
	return {
		x: ((longitude - frame.west) / (frame.east - frame.west)) * frame.width,
		y: ((frame.north - latitude) / (frame.north - frame.south)) * frame.height,
	};
}

/** Which point was meant by a click in the picture. */
export function fromPicture({ x, y }: { x: number; y: number }, frame: Frame): Point {
	return rounded({
		longitude: frame.west + (x / frame.width) * (frame.east - frame.west),
		latitude: frame.north - (y / frame.height) * (frame.north - frame.south),
	});
}
