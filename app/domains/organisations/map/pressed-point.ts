import { type Frame, fromPicture, isInGermany, type Point } from "./place-on-map";

/**
 * The point that was pressed on the map without scripts. Enter in a text field presses the first button of a form as
 * well, and then says 0,0: that is no point, the form was meant to be sent.
 */
export function pressedPoint(typed: Record<string, string | string[]>, frame: Frame | null): Point | null {
	const [x, y] = [Number(typed["karte.x"] || 0), Number(typed["karte.y"] || 0)];
	if (!frame || !Number.isFinite(x) || !Number.isFinite(y) || (x === 0 && y === 0)) return null;
	if (x < 0 || y < 0 || x > frame.width || y > frame.height) return null;
	const point = fromPicture({ x, y }, frame);
	return isInGermany(point) ? point : null;
}
