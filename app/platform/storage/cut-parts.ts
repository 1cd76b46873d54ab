/** The end of a part has to be found again, so the last bytes are held back until more of them are known. */
function delimiterOf(contentType: string): Buffer | null {
	const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
	const boundary = quoted ?? plain;
	return boundary ? Buffer.from(`\r\n--${boundary}`, "latin1") : null;
}

/** Cuts what is too long out of a multipart body that comes in pieces. */
class Cutter {
	#rest: Buffer = Buffer.alloc(0);
	#passed = 0;
	constructor(
		readonly delimiter: Buffer,
		readonly most: number,
	) {}

	take(piece: Uint8Array): Buffer {
		let bytes = Buffer.concat([this.#rest, piece]);
		const kept: Buffer[] = [];
		for (let end = bytes.indexOf(this.delimiter); end >= 0; end = bytes.indexOf(this.delimiter)) {
			kept.push(this.#allowed(bytes.subarray(0, end)), this.delimiter);
			this.#passed = 0;
			bytes = bytes.subarray(end + this.delimiter.length);
		}
		const certain = Math.max(0, bytes.length - this.delimiter.length + 1);
		kept.push(this.#allowed(bytes.subarray(0, certain)));
		this.#rest = Buffer.from(bytes.subarray(certain));
		return Buffer.concat(kept);
	}

	end(): Buffer {
		return this.#allowed(this.#rest);
	}

	#allowed(bytes: Buffer): Buffer {
		const allowed = bytes.subarray(0, Math.max(0, this.most - this.#passed));
		this.#passed += bytes.length;
		return allowed;
	}
}

/**
 * A multipart request in which no part is longer than `most` bytes, its headers included: the rest of it is read and forgotten.
 * So a file of any size takes no more memory than the largest one that is allowed, the fields behind it are not lost, and the
 * browser, which shows an answer only when it could send everything, shows ours.
 * @param mostOfAll bytes after which nothing more is read
 * @returns the request with the cut body, and what gives the original body back; a request that is not multipart as it is
 */
export function withPartsCut(
	request: Request,
	{ most, mostOfAll }: { most: number; mostOfAll: number },
): { request: Request; release(): void } {
	const { body, headers, url, method } = request;
	const delimiter = delimiterOf(headers.get("Content-Type") ?? "");
	if (!body || !delimiter) return { request, release: () => {} };
	const reader = body.getReader();
	const cutter = new Cutter(delimiter, most);
	let read = 0;
	const cut = new ReadableStream<Uint8Array>({
		async pull(controller) {
			for (;;) {
				const { done, value } = await reader.read();
				const bytes = done ? cutter.end() : cutter.take(value);
				read += value?.length ?? 0;
				if (bytes.length > 0) controller.enqueue(new Uint8Array(bytes));
				if (done || read > mostOfAll) return controller.close();
				if (bytes.length > 0) return;
			}
		},
	});
	const type = new Headers({ "Content-Type": headers.get("Content-Type") ?? "" });
	const given: RequestInit & { duplex: "half" } = { method, headers: type, body: cut, duplex: "half" };
	return { request: new Request(url, given), release: () => reader.releaseLock() };
}
