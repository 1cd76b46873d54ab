import pg from "pg";
import { vi } from "vitest";

/** The SQL statements that this test file sends to the database while something works, in their order. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
	const statements: string[] = [];
	const send = pg.Client.prototype.query;
	const watched = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
		this: pg.Client,
		...sent: unknown[]
	) {
		const [first] = sent;
		const text = typeof first === "string" ? first : String(Object(first).text);
		// what every new connection begins with
		if (!text.startsWith("SET ")) statements.push(text);
		return Reflect.apply(send, this, sent);
	});
	try {
		await work();
	} finally {
		watched.mockRestore();
	}
	return statements;
}
