import { manifest as accounts } from "~/domains/accounts/manifest.server";
import { manifest as agreements } from "~/domains/agreements/manifest.server";
import { manifest as files } from "~/domains/files/manifest.server";
import { manifest as notifications } from "~/domains/notifications/manifest.server";
import { manifest as participation } from "~/domains/participation/manifest.server";
import { manifest as trace } from "~/domains/trace/manifest.server";
import { introduce } from "~/platform/manifest.server";

/** Makes the domains known to the house; the only place that imports their manifests. */
export function introduceDomains(): void {
	introduce([accounts, files, notifications, trace, participation, agreements]);
}
