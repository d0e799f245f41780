// The service of blur detection: binary protocol (TBinaryProtocol), unframed buffered transport.

service blur_detection {
  // From the bytes of an image file to a JSON text:
  //   {"data": {"score": 0.93, "pred": 1, ...}, "status": 1, "msg": ""}   pred 1: blurred
  //   {"data": "", "status": 0, "msg": "code: why there is no verdict"}
  string reco(1: binary imgstr)
}
