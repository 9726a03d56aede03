namespace stub {
int services;
}
