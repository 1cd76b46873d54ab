import type { Manifest } from "~/platform/manifest.server";
import { personalData } from "./personal-data.server";

/** What the domain participation joins into its manifest. */
export const manifest: Manifest = { domain: "participation", personalData };
