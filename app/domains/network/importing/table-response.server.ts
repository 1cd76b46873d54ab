const types = {
	csv: "text/csv; charset=utf-8",
	xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** A table to be kept as a file; it holds personal data, so nobody on the way keeps it. */
export function tableResponse(
	kind: keyof typeof types,
	name: string,
	body: string | Uint8Array<ArrayBuffer>,
): Response {
	return new Response(body, {
		headers: {
			"Content-Type": types[kind],
			"Content-Disposition": `attachment; filename="${name}.${kind}"`,
			"Cache-Control": "private, no-store",
		},
	});
}
