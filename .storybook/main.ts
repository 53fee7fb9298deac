import type { StorybookConfig } from '@storybook/react-vite'

export default {
  stories: ['./docs/*.mdx', '../components/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: { name: '@storybook/react-vite', options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } } },
  // The pictures that stories show are those of a template.
  staticDirs: [{ from: '../templates/noodle-shop/pictures', to: '/pictures' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, disableProjectJson: true },
  features: { sidebarOnboardingChecklist: false },
  // Controls come from the blocks' fields; nothing is to be read out of the source.
  typescript: { reactDocgen: false },
} satisfies StorybookConfig
