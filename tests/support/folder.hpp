// A new folder for the length of a test, removed with everything in it.
#pragma once

#include <string>

namespace support {

// In memory (/dev/shm) where there is a gigabyte of it, which makes fresh databases three times as
// fast; else, or when TMPDIR says so, on disk.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace support
