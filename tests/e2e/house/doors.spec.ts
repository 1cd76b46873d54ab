import type { Page } from "@playwright/test";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import routes from "../../../app/routes";
import { expect, test } from "../../support/page";
import { signIn } from "../../support/sign-in";

type Door = { path: string; id: string };
type Answer = { path: string; status: number; location: string; text: string };

/** Every address of the route map but the one that catches the rest. */
const doors: Door[] = routes.flatMap(({ path, file, id }: RouteConfigEntry) =>
	path === undefined || path === "*" ? [] : [{ path: `/${path}`, id: id ?? file.replace(/\.[^/.]+$/, "") }],
);
const withParameters = doors.filter(({ path }) => path.includes(":"));

/** Only for some: nobody else gets an answer with content. */
const onlyForSome = /\/verwaltung(\/|$)|^\/betrieb\/|^\/konto(\/|$)|^\/heute$|^\/vertretungen$/;
/** Mail programs post here with a token of their own (RFC 8058). */
const openToOthers = "/abmelden/:token";
/** Pages that say kindly, with 200, that a link is over or a code unknown. */
const overWithWords = [
	"/pruefen/:code",
	"/beitrag-bestaetigen/:token",
	"/registrieren/bestaetigen/:token",
	"/registrieren/code/:attempt",
];

/** An address with its parameters filled in. @param place what stands for `:place` */
const filled = (path: string, value: string, place = value) =>
	path.replace(/:place/, place).replace(/:[a-zA-Z]+/g, value);

type Question = { path: string; init?: RequestInit };

/**
 * Asks all, six at a time, by requests that no browser makes. @returns one line for each answer that `isRight` does not
 * hold for
 * @param page whose house is asked, as whoever is signed in there
 */
async function wrongAnswers(page: Page, asked: Question[], isRight: (answer: Answer) => boolean): Promise<string[]> {
	const house = new URL((await page.request.get("/health/live")).url());
	const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
	const queue = [...asked];
	const wrong: string[] = [];
	const askOn = async () => {
		for (let next = queue.shift(); next; next = queue.shift()) {
			const headers = new Headers(next.init?.headers);
			if (cookie) headers.set("Cookie", cookie);
			const response = await fetch(new URL(next.path, house), { redirect: "manual", ...next.init, headers });
			const { status } = response;
			const text = await response.text();
			const location = response.headers.get("Location") ?? "";
			if (!isRight({ path: next.path, status, location, text: status < 300 ? text : "" })) {
				wrong.push(`${next.init?.method ?? "GET"} ${next.path} → ${status} ${location}`);
			}
		}
	};
	await Promise.all(Array.from({ length: 6 }, askOn));
	return wrong;
}

const isDoorOfHouse = ({ status, location }: Answer) => status === 303 && location.startsWith("/anmelden");
/** An address that only takes forms leads back to the page that has them. */
const leadsBack = ({ status, location, path }: Answer) => status === 303 && path.startsWith(location);
const isRefused = (answer: Answer) => [403, 404].includes(answer.status) || isDoorOfHouse(answer) || leadsBack(answer);

/** What is refused for one reason everywhere: each address gets one of the values, in turns. */
const inTurns = <Value>(values: readonly [Value, ...Value[]], index: number): Value =>
	values[index % values.length] ?? values[0];

const malformed = ["kein-id", "019a586f-e700-7593-9009-00000000000g"] as const;

for (const [turn, who] of ["a guest", "a citizen"].entries()) {
	test(`malformed ids lead ${who} nowhere @once`, async ({ page }) => {
		if (who === "a citizen") await signIn(page, "citizen");
		const asked = withParameters
			.filter(({ path }) => !overWithWords.includes(path) && /:(?!place)/.test(path))
			.map(({ path }, index) => ({ path: filled(path, inTurns(malformed, index + turn), "mendig") }));
		expect(await wrongAnswers(page, asked, isRefused)).toEqual([]);
		const elsewhere = withParameters
			.filter(({ path }) => path.includes(":place"))
			.map(({ path }) => ({ path: filled(path, "__proto__") }));
		expect(await wrongAnswers(page, elsewhere, isRefused)).toEqual([]);
	});
}

test("an address that is no text is not there @once", async ({ page }) => {
	const asked = [
		...withParameters.map(({ path }, index) => filled(path, inTurns(["a%00b", "%E0%A4%A"], index))),
		...doors.map(({ path }) => `${filled(path, "x")}?q=%00`),
	].map((path) => ({ path }));
	expect(await wrongAnswers(page, asked, ({ status }) => status === 404)).toEqual([]);
});

test("a form from elsewhere is refused at every address @once", async ({ page }) => {
	await signIn(page, "citizen");
	const asked = doors
		.filter(({ path }) => path !== openToOthers)
		.map(({ path }, index) => {
			const origin = inTurns(["https://fremd.example", "null", null], index);
			return {
				path: filled(path, "x", "mendig"),
				init: {
					method: "POST",
					body: new URLSearchParams({ name: "Probe" }),
					headers: origin ? { Origin: origin } : undefined,
				},
			};
		});
	expect(await wrongAnswers(page, asked, ({ status }) => status === 403)).toEqual([]);
});

test("methods and bodies that no page sends are answered, not stumbled over @once", async ({ page, baseURL }) => {
	const headers = { Origin: new URL(baseURL ?? "").origin };
	const putting = doors.map(({ path }) => ({ path: filled(path, "x"), init: { method: "PUT", headers } }));
	expect(await wrongAnswers(page, putting, ({ status }) => status === 405)).toEqual([]);
	const posting = doors.flatMap(({ path }) =>
		[
			{ type: "application/json", data: "{" },
			{ type: "multipart/form-data; boundary=x", data: "--x\r\nabc" },
			{ type: "application/x-www-form-urlencoded", data: "name=%00&title=%00&email=%00&code=%00&__proto__=1" },
		].map(({ type, data }) => ({
			path: filled(path, "x", "mendig"),
			init: { method: "POST", headers: { ...headers, "Content-Type": type }, body: data },
		})),
	);
	expect(await wrongAnswers(page, posting, ({ status }) => status < 500)).toEqual([]);
});

test("asking for the data alone opens no door that the page keeps shut @once", async ({ page }) => {
	const shut = doors.filter(({ path }) => onlyForSome.test(path));
	const asked = shut.flatMap(({ path, id }) => {
		const data = `${filled(path, "x", "mendig")}.data`;
		return [{ path: data }, { path: `${data}?_routes=${encodeURIComponent(id)}` }];
	});
	// A redirect or an error is data too, and says so.
	const holdsBack = ({ status, text }: Answer) =>
		[403, 404].includes(status) || /SingleFetchRedirect|"redirect"/.test(text);
	expect(await wrongAnswers(page, asked, holdsBack)).toEqual([]);
	await signIn(page, "citizen");
	const offices = asked.filter(({ path }) => /\/verwaltung|^\/betrieb/.test(path));
	expect(await wrongAnswers(page, offices, holdsBack)).toEqual([]);
});
