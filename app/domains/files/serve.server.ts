import type { fileToServe } from "./queries/files.server";
import { storage } from "./storage.server";

/** Hands out a file to who was shown to be entitled by other means than an account, such as a guest's link. */
export function serveFile(request: Request, file: Awaited<ReturnType<typeof fileToServe>>): Promise<Response> {
	return storage().serve(request, file, { show: true });
}
