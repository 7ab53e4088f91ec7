import js from "@eslint/js"
import jsxA11y from "eslint-plugin-jsx-a11y"
import tseslint from "typescript-eslint"

export default tseslint.config(
  { ignores: ["build/", "node_modules/", ".data/", "prisma/client/", "test-results/", "public/"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      eqeqeq: "error",
      "max-depth": ["error", 3],
      "max-params": ["error", 4],
      "no-console": "error",
      "no-param-reassign": "error",
      "no-var": "error",
      "prefer-const": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "@typescript-eslint/no-empty-function": "off", // "do nothing" is a legitimate deed
      "@typescript-eslint/no-dynamic-delete": "off",
      "@typescript-eslint/unified-signatures": "off", // fails on TypeScript 5.9 type parameters
      "@typescript-eslint/no-invalid-void-type": "off",
    },
  },
  {
    // what differs from one kind of question to another stands in the kind's own module
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/{domain,ui}/survey/kinds/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "BinaryExpression[operator=/^[!=]==$/] > Literal[value=/^(scale|choice|multiple|text)$/]",
          message: "Ask the kind (app/domain/survey/kinds, app/ui/survey/kinds) instead.",
        },
      ],
    },
  },
  { files: ["**/*.tsx"], ...jsxA11y.flatConfigs.strict },
  {
    files: ["**/*.tsx"],
    rules: {
      "jsx-a11y/no-access-key": "off", // government sites here carry access keys at the landmarks (網站無障礙規範)
    },
  },
  {
    // fixtures of Playwright must destructure, also nothing; scripts talk to the terminal
    files: ["tests/**", "prisma/**", "app/server/start/main.server.ts"],
    rules: {
      "no-console": "off",
      "no-empty-pattern": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
)
