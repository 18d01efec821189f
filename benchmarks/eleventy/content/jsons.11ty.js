export default class {
  data() {
    return {
      pagination: { data: "collections.jsons", size: 1, alias: "file" },
      permalink: (data) => data.file.permalink,
      eleventyExcludeFromCollections: true,
    };
  }
  render({ file }) {
    return JSON.stringify(file.value, null, 1);
  }
}
