import { describe, expect, it } from "vitest";
import { outlineOf } from "./outlines.server";
import { mapBase } from "./place-map.server";
import { boxIn, boxText, frameAround, fromPicture, pointIn, pointText, toPicture } from "./place-on-map";
import { pressedPoint } from "./pressed-point";

describe("a point", () => {
	it.each([
		["50.3751,7.2809", { latitude: 50.3751, longitude: 7.2809 }],
		[" 50.3751 ; 7.2809 ", { latitude: 50.3751, longitude: 7.2809 }],
		["7.2809,50.3751", null],
		["50,3751", null],
		["Marktplatz", null],
		["", null],
		["50.3751,7.2809,3", null],
	])("%j is %j", (text, point) => expect(pointIn(text)).toEqual(point));
	it("is read as it was written", () =>
		expect(pointIn(pointText({ latitude: 50.1, longitude: 7.2 }))).toEqual({ latitude: 50.1, longitude: 7.2 }));
});

describe("a part of the map", () => {
	it.each(["", "1,2,3", "7.3,50.2,7.2,50.3", "a,b,c,d", "7.2,50.2,7.3,50.3,1", "1e3,2,3,4"])("%j is none", (text) =>
		expect(boxIn(text)).toBeNull(),
	);
	it("is read as it was written", () => {
		const box = { west: 7.2, south: 50.2, east: 7.3, north: 50.3 };
		expect(boxIn(boxText(box))).toEqual(box);
	});
});

describe("a picture of the map", () => {
	const frame = frameAround({ west: 7, south: 50, east: 7.5, north: 50.5 }, 280, 252);
	it.each([
		[0, 0],
		[280, 252],
		[17, 203],
	])("%i,%i leads to a point and back", (x, y) => {
		const back = toPicture(fromPicture({ x, y }, frame), frame);
		expect(back.x).toBeCloseTo(x, 1);
		expect(back.y).toBeCloseTo(y, 1);
	});
	it("shows the whole of what it was made for", () => {
		expect(frame.west).toBeLessThanOrEqual(7);
		expect(frame.east).toBeGreaterThanOrEqual(7.5);
		expect(frame.south).toBeLessThanOrEqual(50);
		expect(frame.north).toBeGreaterThanOrEqual(50.5);
	});
});

describe("outlines of counties", () => {
	it.each([
		["07137", "Mayen-Koblenz"],
		["071375003003", "Mayen-Koblenz"],
		["13075", "Vorpommern-Greifswald"],
		["07", null],
		["99999", null],
		[null, null],
	])("%s: %s", async (ars, name) => expect((await outlineOf(ars))?.name ?? null).toBe(name));

	it("are pressed on without scripts; 0,0 is Enter in another field, and nothing outside counts", async () => {
		const map = await mapBase("07137", { width: 280, height: 252 });
		const at = (x: string, y: string) => pressedPoint({ "karte.x": x, "karte.y": y }, map?.frame ?? null);
		expect(at("140", "126")).toMatchObject({ latitude: expect.closeTo(50.3, 0), longitude: expect.closeTo(7.3, 0) });
		expect([at("0", "0"), at("", ""), at("999", "1"), at("-4", "3"), at("x", "y")]).toEqual([
			null,
			null,
			null,
			null,
			null,
		]);
	});
});
