import { index, type RouteConfig } from "@react-router/dev/routes";

export default [index("server/routes/start-page.tsx")] satisfies RouteConfig;
