import { route } from "@react-router/dev/routes";

export const traceRoutes = [
	route("werdegang", "domains/trace/routes/find-trace.tsx"),
	route("werdegang/:kind/:id", "domains/trace/routes/trace.tsx"),
];
